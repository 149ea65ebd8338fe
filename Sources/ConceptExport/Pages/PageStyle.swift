/// The style sheet of the HTML export, for light and dark.
enum PageStyle {
  static let css = """
    :root { color-scheme: light dark; --back: #ffffff; --text: #1c2430; --soft: #5b6675; --line: #d5dbe3;
      --node: #e8f0fa; --entity: #f4f1e6; --edge: #6b7787; --mark: #b35900; --deny: #b02a37; --same: #1d6b45;
      --chosen: #ffe2b8; --focus: #0b5cad; }
    @media (prefers-color-scheme: dark) {
      :root { --back: #14181f; --text: #e6eaf0; --soft: #9aa6b5; --line: #333c49; --node: #22324a; --entity: #3a3524;
        --edge: #8b97a7; --mark: #f0a35a; --deny: #ff8f9a; --same: #6fd6a2; --chosen: #6b4a1c; --focus: #7db7f5; } }
    * { box-sizing: border-box; }
    html, body { height: 100%; margin: 0; }
    body { display: flex; flex-direction: column; background: var(--back); color: var(--text);
      font: 15px/1.45 system-ui, "Segoe UI", Helvetica, Arial, sans-serif; }
    header { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; padding: .5rem .9rem;
      border-bottom: 1px solid var(--line); }
    h1 { font-size: 1.05rem; margin: 0; }
    header label, details label { color: var(--soft); font-size: .85rem; }
    input, select, button { font: inherit; color: inherit; background: var(--back); border: 1px solid var(--line);
      border-radius: 5px; padding: .2rem .45rem; }
    input[type=range] { padding: 0; vertical-align: middle; width: 8rem; }
    input[type=checkbox] { margin: 0 .35rem 0 0; }
    button { cursor: pointer; }
    :focus-visible { outline: 2px solid var(--focus); outline-offset: 1px; }
    main { flex: 1; display: flex; min-height: 0; }
    #stage { flex: 1; position: relative; min-width: 0; }
    svg { width: 100%; height: 100%; display: block; touch-action: none; cursor: grab; }
    #zoom { position: absolute; right: .6rem; bottom: .6rem; display: flex; gap: .3rem; }
    #count { position: absolute; left: .7rem; bottom: .6rem; color: var(--soft); font-size: .85rem; margin: 0; }
    aside { width: min(27rem, 42vw); overflow-y: auto; border-left: 1px solid var(--line); padding: .7rem .9rem 2rem; }
    aside h2 { font-size: 1.2rem; margin: .2rem 0 .3rem; overflow-wrap: anywhere; }
    aside h3 { font-size: .8rem; text-transform: uppercase; letter-spacing: .05em; color: var(--soft);
      margin: 1.1rem 0 .3rem; }
    aside ul { list-style: none; margin: 0; padding: 0; }
    aside li { margin: 0 0 .6rem; overflow-wrap: anywhere; }
    blockquote { margin: .2rem 0 .2rem .1rem; padding-left: .6rem; border-left: 3px solid var(--line); }
    blockquote footer { color: var(--soft); font-size: .82rem; }
    .link { border: 0; padding: 0; background: none; color: var(--focus); text-align: left; }
    .link:hover { text-decoration: underline; }
    .denied { color: var(--deny); }
    .soft { color: var(--soft); }
    .severity { font-weight: 600; }
    .error { color: var(--deny); }
    .warning { color: var(--mark); }
    #filters { padding: .3rem .9rem; border-bottom: 1px solid var(--line); }
    #filters div { display: flex; flex-wrap: wrap; gap: .2rem .9rem; padding: .3rem 0; }
    .node rect { fill: var(--node); stroke: var(--edge); }
    .node.entity rect { fill: var(--entity); }
    .node.found rect { stroke: var(--mark); stroke-width: 2.5; }
    .node.chosen rect { fill: var(--chosen); stroke: var(--mark); stroke-width: 2.5; }
    .node text { fill: var(--text); font-size: 12px; text-anchor: middle; dominant-baseline: central; }
    .node { cursor: pointer; }
    .node:focus { outline: none; }
    .node:focus rect { stroke: var(--focus); stroke-width: 3; }
    .edge path { fill: none; stroke: var(--edge); stroke-width: 1.3; }
    .edge.same path { stroke: var(--same); stroke-width: 2.4; }
    .edge.apart path { stroke: var(--deny); stroke-dasharray: 2 4; }
    .edge.denied path { stroke: var(--deny); stroke-dasharray: 7 4; }
    .edge.onpath path { stroke: var(--mark); stroke-width: 3; }
    .edge text { font-size: 10px; fill: var(--soft); text-anchor: middle; paint-order: stroke; stroke: var(--back);
      stroke-width: 3px; }
    .edge.denied text { fill: var(--deny); }
    .faded { opacity: .3; }
    marker path { fill: var(--edge); }
    @media (max-width: 760px) { main { flex-direction: column; } aside { width: auto; max-height: 45vh;
      border-left: 0; border-top: 1px solid var(--line); } }
    @media print { header, #filters, #zoom { display: none; } }

    """
}
