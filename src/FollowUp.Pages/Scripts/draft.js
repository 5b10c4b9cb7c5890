(() => {
  const form = document.getElementById('answers'), status = document.getElementById('draft'), seen = form.elements._seen;
  const typed = () => {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form))
      if (name != '_seen' && name != '_sent' && typeof value == 'string') fields.append(name, value);
    return `${fields}`;
  };
  const say = what => {
    status.className = what == 'kept' ? 'hint' : what ? 'note' : '';
    status.textContent = what ? status.dataset[what] : '';
  };
  const hasFile = () => [...form.querySelectorAll('[type=file]')].some(input => input.files.length);
  let kept = typed(), unsure = '', busy = false, over = false, wait = 0, timer;
  const later = time => { clearTimeout(timer); timer = setTimeout(keep, time); };
  const keep = async () => {
    clearTimeout(timer);
    const now = unsure || typed();
    if (busy || over || now == kept) return;
    busy = true;
    unsure = now;
    let answer;
    try {
      answer = await fetch(form.getAttribute('action'), {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: `${now}&_seen=${seen.value}&_button=draft`,
        keepalive: now.length < 6e4,
        signal: AbortSignal.timeout(2e4)
      });
    } catch { }
    busy = false;
    if (over) return;
    if (answer?.status == 204) {
      seen.value = answer.headers.get('ETag').split('"')[1];
      kept = now;
      unsure = '';
      wait = 0;
      if (typed() == kept) say(hasFile() ? 'nofile' : 'kept');
      else later(0);
    } else if (answer && answer.status < 500 && answer.status != 429) {
      over = true;
      say(answer.status == 409 ? 'elsewhere' : 'refused');
    } else {
      say('lost');
      wait = Math.min(wait * 2 || 2e3, 6e4);
      later(wait);
    }
  };
  form.addEventListener('input', () => {
    if (over || wait) return;
    say();
    later(2e3);
  });
  form.addEventListener('submit', () => {
    over = true;
    clearTimeout(timer);
    if (unsure) form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: '_sent', value: unsure }));
  });
  addEventListener('online', keep);
  addEventListener('visibilitychange', () => document.hidden && keep());
})();
