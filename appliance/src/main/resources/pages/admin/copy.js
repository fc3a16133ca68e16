// Copying without the clipboard's own interface, which browsers give to encrypted pages only; a hall's pages come in plain HTTP.

/** Selects what an element says and copies it. {@return whether that worked; if not, it is selected all the same} */
export async function copyText(element) {
  const selection = getSelection();
  selection.selectAllChildren(element);
  try {
    if (navigator.clipboard) await navigator.clipboard.writeText(element.textContent);
    else if (!document.execCommand('copy')) return false;
    return true;
  } catch {
    return document.execCommand('copy');
  }
}
