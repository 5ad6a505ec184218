/** The keys of each command as the browser has them now; "" for one without. */
export async function shortcuts(): Promise<Record<string, string>> {
  const commands = await chrome.commands.getAll();
  return Object.fromEntries(commands.map(({ name, shortcut }) => [name ?? "", shortcut ?? ""]));
}
