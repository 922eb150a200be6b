// What was found, each thing once.

export class Findings {
  #found = new Map();

  /// `where` is a selector or an address; the same thing at several widths is one finding.
  add(path, rule, where, message) {
    const key = [path, rule, where].join(": ");
    if (!this.#found.has(key)) this.#found.set(key, message);
  }

  get size() {
    return this.#found.size;
  }

  print() {
    for (const [key, message] of [...this.#found].sort()) console.log(`${key}: ${message}`);
  }
}
