declare module 'suite:files' {
  /** Made by the bundler. */
  const files: import('./run-tests.ts').TestFiles;
  export default files;
}
