/* Keeps a page up to date, and says when it is not. The stream rests while nobody sees it: a browser has six connections to a server. */
(() => {
  'use strict';
  const LONGEST_SILENCE = 40000;
  const LOST_AFTER = 6000;

  /** Stands where an EventSource stands. */
  class Stream {
    constructor(url) {
      this.url = url;
      this.listeners = [];
      this.look = () => (document.hidden ? this.rest() : this.open());
      document.addEventListener('visibilitychange', this.look);
      this.look();
    }

    get readyState() {
      return this.over ? EventSource.CLOSED : this.source?.readyState ?? EventSource.CONNECTING;
    }

    open() {
      if (this.source) {
        return;
      }
      const source = new EventSource(this.url);
      this.source = source;
      const heard = () => {
        clearTimeout(this.watch);
        this.watch = setTimeout(() => this.silent(), LONGEST_SILENCE);
      };
      source.onopen = event => {
        heard();
        this.onopen?.(event);
      };
      source.addEventListener('beat', heard);
      source.onerror = event => {
        if (source.readyState === EventSource.CLOSED) {
          this.close();
        }
        this.onerror?.(event);
      };
      this.listeners.forEach(([name, listener]) => source.addEventListener(name, listener));
    }

    /** The line is up and nothing comes, not even a beat: it is taken for lost and asked for anew. */
    silent() {
      this.rest();
      this.onerror?.(new Event('error'));
      this.look();
    }

    rest() {
      clearTimeout(this.watch);
      this.source?.close();
      this.source = null;
    }

    close() {
      this.over = true;
      document.removeEventListener('visibilitychange', this.look);
      this.rest();
    }

    addEventListener(name, listener) {
      this.listeners.push([name, listener]);
      this.source?.addEventListener(name, listener);
    }

    removeEventListener(name, listener) {
      this.listeners = this.listeners.filter(one => one[0] !== name || one[1] !== listener);
      this.source?.removeEventListener(name, listener);
    }
  }

  htmx.createEventSource = url => new Stream(url);

  /** A stream that begins anew tells everything again; what reads as before is left as it is, with its focus and what was chosen in it. */
  const last = new WeakMap();
  document.addEventListener('htmx:sseBeforeMessage', event => {
    if (last.get(event.target) === event.detail.data) {
      event.preventDefault();
    }
    last.set(event.target, event.detail.data);
  });

  /** A list that is asked for again and again is put on the page only when it reads otherwise; keys of forms are new each time. */
  const reads = html => {
    const page = new DOMParser().parseFromString(html, 'text/html');
    page.querySelectorAll('input[name=key], input[name=_csrf]').forEach(field => field.remove());
    return new XMLSerializer().serializeToString(page.body);
  };
  const coming = new WeakMap();
  document.addEventListener('htmx:beforeSwap', event => {
    const list = event.target;
    if (event.detail.shouldSwap && list.dataset.list) {
      coming.set(list, reads(event.detail.serverResponse));
      event.detail.shouldSwap = coming.get(list) !== last.get(list);
    }
  });

  /** What is on the page now is what the next answer is compared with; what is new in it is said in one sentence, in place of all of it. */
  const sums = new WeakMap();
  const sum = list => list.querySelector('.sum')?.textContent ?? '';
  document.querySelectorAll('[data-list]').forEach(list => sums.set(list, sum(list)));
  document.addEventListener('htmx:afterSwap', event => {
    const list = event.target;
    if (!list.dataset?.list) {
      return;
    }
    last.set(list, coming.get(list));
    if (sums.get(list) !== sum(list)) {
      sums.set(list, sum(list));
      document.getElementById('news').textContent = sum(list);
    }
  });

  /** The code stands in the title, so that a tab among many says it. */
  const title = document.title;
  const name = () => {
    const code = document.querySelector('#code .mark b')?.textContent;
    const warning = document.querySelector('#alarm strong')?.textContent;
    document.title = (warning ? warning + ' - ' : '') + (code ? code + ': ' : '') + title;
  };
  name();
  document.addEventListener('htmx:sseMessage', name);

  /** Each part of the page that no longer hears is missed until it hears again itself; a short gap is not worth an alarm. */
  const missed = new Map();
  const show = () => {
    missed.forEach((timer, part) => {
      if (!part.isConnected) {
        missed.delete(part);
      }
    });
    document.getElementById('live-lost').hidden = ![...missed.values()].includes(0);
  };
  const part = event => event.detail.elt ?? event.target;
  const gone = event => {
    const one = part(event);
    if (!missed.has(one)) {
      missed.set(one, setTimeout(() => {
        missed.set(one, 0);
        show();
      }, LOST_AFTER));
    }
  };
  const back = event => {
    clearTimeout(missed.get(part(event)));
    missed.delete(part(event));
    show();
  };
  document.addEventListener('htmx:sseError', gone);
  document.addEventListener('htmx:sseOpen', back);
  document.addEventListener('htmx:sendError', gone);
  document.addEventListener('htmx:timeout', gone);
  document.addEventListener('htmx:responseError', gone);
  document.addEventListener('htmx:afterOnLoad', event => {
    if (event.detail.successful) {
      back(event);
    }
  });
})();
