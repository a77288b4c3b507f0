// `node --import`: puts a module of ours in the place of Electron's package, which would start a download.
import { registerHooks } from 'node:module';

const ours = new URL('./electron.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: ours, format: 'module-typescript', shortCircuit: true } : next(specifier, context),
});
