/** The page's nonce, for styles that are made while running (`getStyleNonce` of Mantine's provider). */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}
