// Small comforts for the pages of Countersign. Every page works without this file.
(function () {
  "use strict";

  function each(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act);
  }

  function textOf(element, plain) {
    if (element.tagName === "OL" || element.tagName === "UL") {
      return Array.prototype.map.call(element.children, function (item) {
        return item.textContent.trim();
      }).join("\n") + "\n";
    }
    var text = element.textContent.trim();
    return plain ? text.replace(/\s+/g, "") : text;
  }

  function say(button, words) {
    var place = document.querySelector(button.getAttribute("data-cs-feedback"));
    if (!place) return;
    place.textContent = "";
    // A moment's pause, so that the same words are read out again.
    setTimeout(function () { place.textContent = words; }, 50);
  }

  function select(element) {
    var range = document.createRange();
    range.selectNodeContents(element);
    var selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }

  function copy(button) {
    var element = document.querySelector(button.getAttribute("data-cs-copy"));
    if (!element) return;
    function copied() { say(button, button.getAttribute("data-cs-copied")); }
    function byHand() {
      select(element);
      say(button, button.getAttribute("data-cs-by-hand"));
    }
    if (!navigator.clipboard || !navigator.clipboard.writeText) return byHand();
    navigator.clipboard.writeText(textOf(element, button.hasAttribute("data-cs-copy-plain"))).then(copied, byHand);
  }

  each("[data-cs-script]", function (element) { element.hidden = false; });
  each("[data-cs-copy]", function (button) {
    button.addEventListener("click", function () { copy(button); });
  });
  each("[data-cs-print]", function (button) {
    button.addEventListener("click", function () { window.print(); });
  });

  // A second click on a form that is on its way would spend the same code twice.
  each("form[data-cs-once]", function (form) {
    var sent = 0;
    form.addEventListener("submit", function (event) {
      var now = Date.now();
      if (sent && now - sent < 5000) event.preventDefault();
      else sent = now;
    });
    window.addEventListener("pageshow", function () { sent = 0; });
  });

  // English without a country is written as the pages write it: the day has 24 hours.
  var language = document.documentElement.lang;
  if (!language || language === "en") language = "en-GB";

  // The end of a wait, in the time of the person who waits.
  each("time[data-cs-local-time]", function (element) {
    var moment = new Date(element.getAttribute("datetime"));
    if (isNaN(moment.getTime())) return;
    element.title = element.textContent;
    element.textContent = moment.toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
  });
  // What remains of a time, as minutes and seconds, which are written alike in every language.
  each("[data-cs-count]", function (element) {
    var seconds = Number(element.getAttribute("data-cs-count"));
    if (!(seconds > 0)) return;
    var end = Date.now() + seconds * 1000;
    function show() {
      var left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      element.textContent = Math.floor(left / 60) + ":" + ("0" + (left % 60)).slice(-2);
      if (left > 0) setTimeout(show, 1000);
    }
    show();
  });
  each("[data-cs-wait]", function (element) {
    var seconds = Number(element.getAttribute("data-cs-wait"));
    if (!(seconds >= 0)) return;
    setTimeout(function () {
      var other = document.getElementById(element.getAttribute("data-cs-instead"));
      if (other) other.hidden = true;
      element.textContent = element.getAttribute("data-cs-over");
    }, (seconds + 1) * 1000);
  });
})();
