import { styleNonce } from '../../app/client/style-nonce.ts';

/** Rules of the printed page, made while running since they hold the patient's name; allowed by the page's nonce. */
export function PageStyle({ rules }: { readonly rules: string }) {
  return <style nonce={styleNonce()}>{rules}</style>;
}
