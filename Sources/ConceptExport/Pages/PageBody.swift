/// The fixed mark-up of the HTML export.
enum PageBody {
  static let header = "<header>\n"

  static let rest = """
    <label>Search <input id="search" type="search" list="labels" autocomplete="off" size="24"></label>
    <datalist id="labels"></datalist>
    <label>Concepts shown <input id="limit" type="range" min="5" step="1"> <output id="limitvalue"></output></label>
    <form id="pathform"><label>Path from <input id="from" list="labels" size="14" autocomplete="off"></label>
    <label>to <input id="to" list="labels" size="14" autocomplete="off"></label> <button>Find</button></form>
    <button id="showfindings" type="button">Findings</button>
    </header>
    <details id="filters"><summary>Filters</summary>
    <div id="relations" role="group" aria-label="Relations"></div>
    <div><label>Source <select id="source"><option value="">all documents</option></select></label>
    <label>Least confidence <input id="confidence" type="range" min="0" max="1" step="0.05" value="0">
    <output id="confidencevalue">0</output></label>
    <label><input id="captions" type="checkbox" checked>Names on edges</label></div>
    </details>
    <main>
    <div id="stage"><svg id="graph" role="group" aria-label="Concept graph: tab to a concept, Enter opens it, arrow keys
    move the picture, plus and minus zoom"><defs>
    <marker id="open" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto-start-reverse"
    ><path d="M1 1 L9 5 L1 9" style="fill:none;stroke:var(--edge);stroke-width:1.5"/></marker>
    <marker id="full" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto-start-reverse"
    ><path d="M1 1 L9 5 L1 9 Z"/></marker>
    <marker id="hollow" viewBox="0 0 12 12" refX="11" refY="6" markerWidth="11" markerHeight="11"
    orient="auto-start-reverse"><path d="M1 1 L11 6 L1 11 Z" style="fill:var(--back);stroke:var(--edge)"/></marker>
    <marker id="diamond" viewBox="0 0 16 10" refX="15" refY="5" markerWidth="13" markerHeight="9"
    orient="auto-start-reverse"><path d="M1 5 L8 1 L15 5 L8 9 Z" style="fill:var(--back);stroke:var(--edge)"/></marker>
    </defs><g id="world"><g id="edges"></g><g id="nodes"></g></g></svg>
    <p id="count" role="status"></p>
    <div id="zoom"><button id="zoomin" type="button" aria-label="Zoom in">+</button><button id="zoomout"
    type="button" aria-label="Zoom out">−</button><button id="fit" type="button">Fit</button></div></div>
    <aside id="panel" aria-live="polite" tabindex="-1"></aside>
    </main>
    <noscript>This page draws its graph with a script; the data are in the source of the page.</noscript>

    """
}
