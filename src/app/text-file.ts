/** Whether a file that came with a message is read, by its name: platforms only repeat what the sender's machine guessed of its kind. */
export function isTextFile(name: string): boolean {
  return TEXT_FILE.test(name);
}

const TEXT_FILE = /\.(?:txt|log|xml|csv|json|md|ya?ml|ini|conf|out|err|trace)$/i;
