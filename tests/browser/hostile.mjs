// Pastes that want to run something, load something or show something else than what they are.

export const HOSTILE = [
  { name: "script element", html: `<p>نص أول طويل بما يكفي.</p><script>window.pwned = 1</script><p>نص ثان.</p>` },
  { name: "image with a handler", html: `<p>نص أول.</p><img src="x" onerror="window.pwned = 1"><p>نص ثان.</p>` },
  { name: "remote image", html: `<p>نص أول.</p><p><img src="https://attacker.example/pixel.gif" alt="صورة"></p><p>نص ثان.</p>` },
  { name: "svg with a handler", html: `<p>نص.</p><svg onload="window.pwned = 1"><script>window.pwned = 1</script><text>رسم</text></svg><p>نص.</p>` },
  { name: "javascript link", html: `<p>اضغط <a href="javascript:window.pwned=1">هنا</a> للمتابعة.</p><p>نص.</p>` },
  { name: "iframe", html: `<p>نص.</p><iframe src="javascript:parent.pwned=1" srcdoc="<script>parent.pwned=1</script>"></iframe><p>نص.</p>` },
  { name: "style and link", html: `<p>نص.</p><style>@import "https://attacker.example/a.css"; body { display: none }</style><link rel="stylesheet" href="https://attacker.example/b.css"><p>نص.</p>` },
  { name: "meta refresh and base", html: `<base href="https://attacker.example/"><meta http-equiv="refresh" content="0;url=https://attacker.example/"><p>نص.</p><p>نص.</p>` },
  { name: "form and autofocus", html: `<p>نص.</p><form action="https://attacker.example/"><input autofocus onfocus="window.pwned=1"><button formaction="javascript:window.pwned=1">أرسل</button></form><p>نص.</p>` },
  { name: "template and noscript", html: `<p>نص.</p><template><img src=x onerror="window.pwned=1"></template><noscript><img src="https://attacker.example/n.gif"></noscript><p>نص.</p>` },
  { name: "mutation of nested markup", html: `<p>نص.</p><math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.pwned=1&gt;"></table></mtext></math><p>نص.</p>` },
  { name: "custom element of the page itself", html: `<p>نص.</p><naqi-reader src="نص"><img src=x onerror="window.pwned=1"></naqi-reader><p>نص.</p>` },
  { name: "clobbered names", html: `<p>نص.</p><form id="content"><input name="body"><input id="paste" name="attributes"></form><p>نص.</p>` },
  { name: "markup as text", text: `<img src=x onerror="window.pwned=1"> </textarea><script>window.pwned=1</script> {{constructor.constructor("window.pwned=1")()}} \${window.pwned=1}\nنص عربي عادي يلي ذلك كله.` },
  { name: "right-to-left override", text: `قال المصدر: \u202e\u2066مقلوب\u202c ثم سكت.\nالسطر التالي سليم وفيه (قوسان) وأرقام 123.` },
  { name: "unbalanced isolates", text: `${"\u2067".repeat(200)}نص بعد عوازل كثيرة.\nوهذا سطر بعدها.` },
  { name: "lone surrogates and nulls", text: `نص \ud800 فيه \udc00 أنصاف أزواج \u0000 وأصفار.\nوسطر سليم.` },
  { name: "zalgo", text: `ن${"\u0651\u064e\u0670".repeat(400)}ص عربي.\nوسطر سليم.` },
  { name: "formula of a spreadsheet", text: `=HYPERLINK("https://attacker.example/","اضغط")\nنص عربي عادي.` },
  { name: "prototype names", text: `__proto__ constructor toString\nنص عربي عادي.` },
];
