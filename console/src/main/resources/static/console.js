/* Sends what is given at once, keeps it in the page until a service has it, and says so beside the field. Nothing goes to storage. */
(() => {
  'use strict';
  const LONGEST_PAUSE = 30000;
  const queues = new Map();
  let lost = '';

  const freshKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), b => b.toString(16).padStart(2, '0')).join('');
  const waiting = () => [...queues.values()].reduce((sum, queue) => sum + queue.entries.length, 0);
  const typed = field => (field.type === 'checkbox' ? String(field.checked) : field.value);
  const before = field => field.dataset.saved ?? (field.type === 'checkbox' ? String(field.defaultChecked) : field.defaultValue);
  const drafts = () => [...document.querySelectorAll('[data-draft]')].some(field => typed(field) !== before(field));

  /** The time of day where the helpline is, as the page itself says it. */
  function clock() {
    const when = new Date();
    try {
      return when.toLocaleTimeString('en-GB', { timeZone: document.documentElement.dataset.zone });
    } catch (unknownZone) {
      return when.toLocaleTimeString('en-GB');
    }
  }

  const told = body => JSON.stringify([...body].filter(([name]) => name !== 'key' && name !== '_csrf'));

  /** A form that a newer part has taken the place of speaks through the one that stands there now, and a no is never swallowed. */
  function say(form, words, state) {
    const shown = form.isConnected ? form : document.getElementById(form.id);
    const output = shown?.querySelector('output.save');
    if (output) {
      output.textContent = words;
      output.className = 'save ' + state;
    } else if (state === 'failed') {
      lost = words;
    }
  }

  function banner(signIn, other) {
    const place = document.getElementById('unsaved');
    const failed = [...queues.values()].filter(queue => queue.failures > 0).length;
    place.hidden = failed === 0 && !lost;
    if (failed === 0) {
      place.textContent = lost;
      return;
    }
    const words = 'NOT SAVED: ' + waiting() + (waiting() === 1 ? ' entry is' : ' entries are') + ' kept in this page and sent again. Do not close it. '
      + (other ? other + ' has signed in in this browser. It is sent when ' + document.documentElement.dataset.person + ' has signed in again. ' : '');
    if (place.firstChild?.textContent !== words) {
      place.textContent = words;
    }
    if (signIn && !other && !place.querySelector('a')) {
      const link = document.createElement('a');
      link.href = '/sign-in?to=/signed-in-again';
      link.target = '_blank';
      link.rel = 'noopener';
      link.textContent = 'Your sign-in has ended: sign in in a new window';
      place.append(link);
    }
  }

  /** What stands as it was shown is not told again: somebody else may have put it right meanwhile. Answers whether there is anything to tell. */
  function onlyChanged(form, body) {
    const fields = [...form.querySelectorAll('[data-draft]')];
    const same = field => typed(field) === before(field);
    if (fields.every(same)) {
      say(form, 'nothing has changed', 'done');
      return false;
    }
    fields.filter(field => field.type !== 'checkbox' && same(field)).forEach(field => body.delete(field.name));
    fields.filter(field => field.type !== 'checkbox' && !same(field) && !typed(field).trim()).forEach(field => body.append('removed', field.name));
    if (fields.filter(field => field.type === 'checkbox').every(same)) {
      body.delete('needs');
      body.delete('needs-shown');
    }
    return true;
  }

  function take(form, submitter) {
    const entry = { body: new URLSearchParams(new FormData(form, submitter)), submitter, action: form.action };
    if (form.dataset.changed && !onlyChanged(form, entry.body)) {
      return;
    }
    entry.body.set('key', freshKey());
    lost = '';
    const queue = queues.get(form) ?? { entries: [], failures: 0, busy: false, timer: 0 };
    queues.set(form, queue);
    if (queue.gone || (queue.entries.length > 0 && told(queue.entries.at(-1).body) === told(entry.body))) {
      return; // pressed twice, or again because nothing seemed to happen: it is on its way
    }
    queue.entries.push(entry);
    say(form, 'saving', 'busy');
    send(form, queue);
  }

  async function send(form, queue) {
    if (queue.busy || queue.entries.length === 0) {
      return;
    }
    queue.busy = true;
    clearTimeout(queue.timer);
    const entry = queue.entries[0];
    let answer = null;
    let words = '';
    try {
      answer = await fetch(entry.action, {
        method: 'POST', body: entry.body, headers: { 'X-Save': '1', 'X-Typed-By': encodeURIComponent(document.documentElement.dataset.person) }, redirect: 'manual', signal: AbortSignal.timeout(15000)
      });
      words = answer.status === 401 ? '' : await answer.text();
    } catch (offline) {
      answer = null;
    }
    queue.busy = false;
    if (answer && answer.ok) {
      queue.entries.shift();
      queue.failures = 0;
      saved(form, entry, answer);
    } else if (answer && answer.status >= 400 && answer.status < 500 && ![401, 408, 425, 429].includes(answer.status)) {
      queue.entries.shift();
      queue.failures = 0;
      refused(form, words.startsWith('NOT SAVED') ? words : 'NOT SAVED: copy what you typed, load the page again, then give it once more.');
    } else {
      queue.failures++;
      say(form, 'NOT SAVED, sending again', 'failed');
      queue.timer = setTimeout(() => send(form, queue), Math.min(LONGEST_PAUSE, 1000 * 2 ** (queue.failures - 1)));
    }
    banner(answer && answer.status === 401, decodeURIComponent(answer?.headers.get('X-Signed-In') ?? ''));
    if (queue.failures === 0) {
      send(form, queue);
    }
  }

  function saved(form, entry, answer) {
    const go = answer.headers.get('X-Go');
    if (go) {
      queues.get(form).gone = true;
      form.querySelectorAll('[data-draft]').forEach(field => { field.dataset.saved = typed(field); });
      location.assign(go);
      return;
    }
    say(form, 'saved', 'done');
    tell(form, 'saved');
    follow(answer.headers.get('X-Version'), answer.headers.get('X-Was'));
    form.querySelectorAll('[data-draft]').forEach(field => {
      if (form.dataset.note) {
        note(form, entry, field);
      } else if (field.type === 'checkbox' && entry.body.has(field.name + '-shown')) {
        field.dataset.saved = String(entry.body.getAll(field.name).includes(field.value));
      } else if (field.type !== 'checkbox' && entry.body.get(field.name) === field.value) {
        field.dataset.saved = field.value;
      }
    });
    if (form.classList.contains('question')) {
      said(form, entry);
    }
  }

  /** What was typed after it was sent stays in the field. */
  function note(form, entry, field) {
    const line = document.createElement('li');
    const time = document.createElement('time');
    time.textContent = clock();
    line.append(time, ' ' + entry.body.get(field.name));
    document.getElementById(form.dataset.note).append(line);
    if (field.value === entry.body.get(field.name)) {
      field.value = '';
    }
  }

  function said(form, entry) {
    const given = entry.body.get('value') || entry.body.get('entry');
    form.querySelectorAll('button[aria-pressed]').forEach(button => button.setAttribute('aria-pressed', String(button.value === given)));
    const button = [...form.querySelectorAll('button[aria-pressed]')].find(one => one.value === given);
    const value = document.createElement('span');
    value.className = 'value';
    value.textContent = (button ? button.textContent : given) + ' ' + clock();
    form.querySelector('output.save').before(value, ' ');
  }

  function refused(form, words) {
    say(form, words, 'failed');
    tell(form, 'refused');
  }

  /** For the parts of the page that are read anew after it. */
  function tell(form, what) {
    (form.isConnected ? form : document).dispatchEvent(new CustomEvent(what, { bubbles: true }));
  }

  /** A page follows its own changes only: when somebody else's came between, closing has to be decided anew. */
  function follow(version, was) {
    document.querySelectorAll('input[name=version]').forEach(field => {
      if (version && was === field.value) {
        field.value = version;
      }
    });
  }

  document.addEventListener('submit', event => {
    const form = event.target;
    if (!form.dataset.save) {
      return;
    }
    event.preventDefault();
    take(form, event.submitter);
  });

  /** Arrows move without giving an answer; a letter gives it, and only inside its question. */
  document.addEventListener('keydown', event => {
    const group = event.target.closest?.('[data-keys], .question');
    if (!group || event.ctrlKey || event.altKey || event.metaKey || event.target.matches('input, textarea, select')) {
      return;
    }
    const buttons = [...group.querySelectorAll('.choices button')];
    const at = buttons.indexOf(document.activeElement);
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      buttons[(at + step + buttons.length) % buttons.length].focus();
      return;
    }
    const wanted = buttons.find(button => button.dataset.key === event.key.toUpperCase());
    if (wanted && !event.repeat) {
      event.preventDefault();
      wanted.focus();
      wanted.click();
    }
  });

  document.addEventListener('click', event => {
    const link = event.target.closest?.('a[href^="#question-"]');
    const target = link && document.getElementById(link.hash.slice(1));
    if (target) {
      event.preventDefault();
      target.closest('details').open = true;
      target.scrollIntoView({ block: 'center' });
      target.querySelector('.choices button').focus();
    }
  });

  document.querySelectorAll('[data-with-script]').forEach(hint => { hint.hidden = false; });

  /** A page that is gone back to may be sent from again. */
  addEventListener('pageshow', () => queues.forEach(queue => { queue.gone = false; }));

  const again = () => queues.forEach((queue, form) => send(form, queue));
  addEventListener('online', again);
  addEventListener('focus', again);
  addEventListener('beforeunload', event => {
    if (waiting() > 0 || drafts()) {
      event.preventDefault();
    }
  });

  /** What is still being sent is not swept away by a newer list, and neither is a refusal that nobody has read. */
  document.addEventListener('htmx:beforeSwap', event => {
    if ([...queues].some(([form, queue]) => queue.entries.length > 0 && event.target.contains(form))) {
      event.detail.shouldSwap = false;
    } else if (event.detail.shouldSwap) {
      keepRefusal(event.target);
    }
  });
  document.addEventListener('htmx:oobBeforeSwap', event => keepRefusal(event.target));
  document.addEventListener('htmx:sseBeforeMessage', event => {
    if (!event.defaultPrevented) {
      keepRefusal(event.target);
    }
  });

  function keepRefusal(part) {
    const failed = part.querySelector?.('output.failed');
    if (failed?.textContent) {
      lost = failed.textContent;
      banner(false);
    }
  }

  /** Whoever had the focus in a part that was read anew is not sent to the top of the page. */
  let held = null;
  const hold = event => { held = event.target.contains?.(document.activeElement) ? event.target : null; };
  const release = () => {
    if (held && document.activeElement === document.body) {
      held.focus();
    }
    held = null;
  };
  document.addEventListener('htmx:beforeSwap', hold);
  document.addEventListener('htmx:afterSwap', release);
  document.addEventListener('htmx:sseBeforeMessage', hold);
  document.addEventListener('htmx:sseMessage', release);
})();
