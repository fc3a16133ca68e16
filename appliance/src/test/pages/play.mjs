// What happens in a hall before its pages are looked at: an ordinary morning, or the worst one.

const GROUPS = [undefined, 'elderly', undefined, 'pregnant', undefined, undefined, 'disabled'];

/** Most windows open, three people for each, some called, some being served, one done. */
export async function ordinary(hall) {
  const windows = (await hall.hall()).windows.filter((window) => /^\d+$/.test(window.id));
  const open = windows.slice(0, 30).filter((window, i) => i % 4 !== 3);
  const tickets = [];
  for (const window of open) {
    await hall.act(window.id, 'open', { staff: `s${100 + Number(window.id)}` });
    for (let i = 0; i < 3; i += 1) {
      tickets.push(await hall.take({ items: [window.skills[i % window.skills.length]], priority: GROUPS[(tickets.length) % GROUPS.length] }));
    }
  }
  const done = await hall.act(open[0].id, 'next');
  await hall.act(open[0].id, 'serve');
  await hall.act(open[0].id, 'finish', { outcome: 'DONE' });
  for (const [i, window] of open.slice(0, 14).entries()) {
    await hall.act(window.id, 'next');
    if (i % 2) await hall.act(window.id, 'serve');
  }
  await hall.act(open[15].id, 'pause');
  return story(hall, tickets, done, { serving: open[1].id, called: open[12].id, idle: open[18].id });
}

/** Every window open and somebody called to each, 2,000 people waiting. */
export async function overfull(hall, waiting = 2_000) {
  const windows = (await hall.hall()).windows.filter((window) => window.skills.length > 0);
  const tickets = [];
  for (let i = 0; tickets.length < waiting + 2 * windows.length; i += 1) {
    const batch = Array.from({ length: 16 }, (_, k) => {
      const { skills } = windows[(i * 16 + k) % windows.length];
      return hall.take({ items: [skills[(i + k) % skills.length]], priority: GROUPS[k % GROUPS.length] });
    });
    tickets.push(...await Promise.all(batch));
  }
  const staffed = windows.filter((window) => /^\d+$/.test(window.id));
  for (const window of staffed) await hall.act(window.id, 'open', { staff: `s${100 + Number(window.id)}` });
  const done = await hall.act(staffed[0].id, 'next');
  await hall.act(staffed[0].id, 'serve');
  await hall.act(staffed[0].id, 'finish', { outcome: 'GUIDED', missing: ['经营场所使用证明（与登记住所不一致时的情况说明及产权人签字同意材料）'] });
  for (const [i, window] of staffed.entries()) {
    await hall.act(window.id, 'next');
    if (i % 3 === 0) await hall.act(window.id, 'serve');
  }
  return story(hall, tickets, done, { serving: staffed[0].id, called: staffed[1].id, idle: staffed[2].id });
}

/** Whom to look at: links of a ticket that is done, called and waiting, and windows by what they do. */
async function story(hall, tickets, done, windows) {
  const link = (number) => tickets.find((ticket) => ticket.number === number).link;
  const at = (await hall.hall()).windows.find((window) => window.id === windows.called);
  return { windows, links: { closed: link(done.ticket.number), called: link(at.ticket.number), waiting: tickets.at(-1).link }, number: tickets.at(-1).number };
}
