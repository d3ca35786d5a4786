/** To be called when somebody begins something that is to last: a browser may remove what it was not asked to keep. */
export function askToKeep(): void {
  // There is none where the page is not served securely.
  void (navigator as Partial<Navigator>).storage?.persist().catch(() => {
    // Kept as long as the browser likes.
  });
}
