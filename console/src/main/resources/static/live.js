/* Lets the stream of a page go while nobody sees it: a browser has six connections to a server, and they are wanted for what is sent. */
(() => {
  'use strict';

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
      source.onopen = event => this.onopen?.(event);
      source.onerror = event => {
        if (source.readyState === EventSource.CLOSED) {
          this.close();
        }
        this.onerror?.(event);
      };
      this.listeners.forEach(([name, listener]) => source.addEventListener(name, listener));
    }

    rest() {
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
})();
