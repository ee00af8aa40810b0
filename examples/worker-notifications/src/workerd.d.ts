declare module 'workerd' {
  /** The path of the program, as CommonJS exports it. */
  const workerd: { readonly default: string };
  export default workerd;
}
