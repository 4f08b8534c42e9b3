/** Looks again and again; fails after ten seconds. */
export async function until(condition, message = "it did not come to pass") {
  const deadline = performance.now() + 10_000;
  while (!(await condition())) {
    if (performance.now() > deadline) {
      throw new Error(message);
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
