// A style sheet arrives as text (build.mjs and vitest.config.mjs agree on it): hand it to Lit's unsafeCSS.
declare module "*.css" {
  const text: string;
  export default text;
}
