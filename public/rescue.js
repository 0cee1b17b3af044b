// Shows and downloads what is stored in this browser, without WebAssembly and without the application: reads both
// stores, writes nothing, sends nothing. Its words stand in the page (data-… of this script's element).
const script = document.querySelector("script[data-rescue-root]");
const words = script.dataset;
const root = new URL(words.rescueRoot, document.baseURI).pathname;
const prefix = `malkarta:${root}:`;
const place = (id) => document.getElementById(id);
let blocked = false;

function fromLocalStorage() {
  const found = [];
  try {
    for (let index = 0; index < localStorage.length; index += 1) {
      const key = localStorage.key(index);
      if (key?.startsWith(prefix)) found.push([key, localStorage.getItem(key)]);
    }
  } catch {
    blocked = true;
  }
  return found;
}

function fromDatabase() {
  return new Promise((done) => {
    const fail = () => {
      blocked = true;
      done([]);
    };
    // A browser that never answers has nothing to give.
    setTimeout(fail, 5000);
    try {
      const opening = indexedDB.open(`malkarta:${root}`);
      let isNew = false;
      opening.onupgradeneeded = () => {
        // There is none, and looking for it must not make one.
        isNew = true;
        opening.transaction.abort();
      };
      opening.onerror = () => (isNew ? done([]) : fail());
      opening.onblocked = fail;
      opening.onsuccess = () => {
        const database = opening.result;
        try {
          const texts = database.transaction("texts").objectStore("texts");
          const keys = texts.getAllKeys();
          const values = texts.getAll();
          values.onsuccess = () => {
            database.close();
            done(keys.result.map((key, index) => [key, values.result[index]]).filter(([key]) => typeof key === "string" && key.startsWith(prefix)));
          };
          values.onerror = fail;
        } catch {
          fail();
        }
      };
    } catch {
      fail();
    }
  });
}

// The same text under the same key in both stores is one entry; two texts under a key are two.
function together(all) {
  const seen = new Set();
  return all.filter(([key, text]) => {
    const entry = JSON.stringify([key, text]);
    return !seen.has(entry) && seen.add(entry);
  });
}

// A stored note is a line about its form and then JSON. What cannot be read is shown as it lies.
function noteOf(text) {
  try {
    const note = JSON.parse(text.slice(text.indexOf("\n") + 1));
    return note && typeof note === "object" && typeof note.id === "string" ? note : undefined;
  } catch {
    return undefined;
  }
}

const kindOf = (key) => key.slice(prefix.length).split(":")[0];
const line = (name, text) => {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
};

function shown([key, text]) {
  const item = document.createElement("li");
  const note = noteOf(String(text));
  item.append(line("h2", note ? note.quoted || note.anchor || key : key));
  if (kindOf(key) === "draft") item.append(line("p", words.rescueUnsaved));
  if (note) {
    if (note.state) item.append(line("p", words[`rescueState${note.state.replace(/(^|-)([a-z])/g, (_, dash, letter) => letter.toUpperCase())}`] ?? note.state), line("p", words.rescueOwn));
    for (const part of ["reason", "rule", "text"]) if (typeof note[part] === "string" && note[part]) item.append(Object.assign(line("p", note[part]), { className: "note-text" }));
    if (Array.isArray(note.tags) && note.tags.length) item.append(line("p", note.tags.join(", ")));
    item.append(Object.assign(line("p", String(note.modified ?? "").slice(0, 10)), { className: "soft" }));
  }
  const raw = document.createElement("details");
  raw.append(line("summary", words.rescueRaw), Object.assign(line("pre", `${key}\n${text}`), { className: "raw" }));
  item.append(raw);
  return item;
}

function save(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

function readable(entries) {
  const part = ([key, text]) => {
    const note = noteOf(String(text));
    if (!note) return `${key}\n${text}`;
    const lines = [note.quoted || note.anchor, note.state, note.reason, note.rule, note.text, (note.tags ?? []).join(", "), String(note.modified ?? "").slice(0, 10)];
    return lines.filter(Boolean).join("\n");
  };
  return entries.map(part).join("\n\n----\n\n");
}

const all = together([...fromLocalStorage(), ...(await fromDatabase())]).filter(([key]) => ["note", "draft", "snapshot"].includes(kindOf(key)));
all.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
const isDeleted = ([key, text]) => kindOf(key) === "note" && noteOf(String(text))?.deleted === true;
const entries = all.filter((entry) => !isDeleted(entry));
place("rescue-status").textContent = [entries.length ? `${words.rescueCount} ${entries.length}.` : words.rescueNone, blocked ? words.rescueBlocked : ""].join(" ").trim();
place("rescue-notes").append(...entries.map(shown));
if (all.length) {
  const date = new Date().toISOString().slice(0, 10);
  place("rescue-actions").hidden = false;
  place("rescue-json").onclick = () => save(`malkarta-${date}.json`, "application/json", `${JSON.stringify({ "malkarta-rescue": all.map(([key, text]) => ({ key, text })) })}\n`);
  place("rescue-text").onclick = () => save(`malkarta-${date}.txt`, "text/plain", readable(entries));
}
