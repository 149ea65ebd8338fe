extension PageScript {
  /// The panel with definitions, relations, quotations and findings, and the controls.
  static let panel = """

    function el(name, text, kind) {
      const element = document.createElement(name);
      if (text !== undefined) element.textContent = text;
      if (kind) element.className = kind;
      return element;
    }
    function link(index) {
      const button = el('button', data.nodes[index].label, 'link');
      button.type = 'button';
      button.addEventListener('click', () => choose(index, true));
      return button;
    }
    function quotation(evidence) {
      const quote = el('blockquote', '“' + evidence.quote + '”');
      const name = id => {
        const info = documents.get(id);
        return (info && info.title ? ', ' + info.title : '') + (info && info.date ? ' (' + info.date + ')' : '');
      };
      const source = evidence.source ? ', after ' + evidence.source + name(evidence.source) : name(evidence.doc);
      quote.append(el('footer', evidence.doc + ':' + evidence.line + source));
      return quote;
    }
    function section(title, items) {
      if (!items.length) return;
      const list = el('ul');
      items.forEach(item => list.append(item));
      get('panel').append(el('h3', title), list);
    }

    function choose(index, bring) {
      state.chosen = index;
      if (bring && !document.querySelector(`.node[data-node="${index}"]`)) { state.focus = index; draw(); fit(); }
      mark();
      showNode(index);
    }

    function showNode(index) {
      const node = data.nodes[index], panel = get('panel');
      panel.replaceChildren(el('h2', node.label));
      const facts = [node.kind || 'concept'];
      if (node.mentions) facts.push(node.mentions === 1 ? '1 mention' : node.mentions + ' mentions');
      panel.append(el('p', facts.join(', '), 'soft'));
      if (node.names) panel.append(el('p', 'Also: ' + node.names.join(', ')));
      if (node.gloss) panel.append(el('p', node.gloss));
      section('Definitions', (node.definitions || []).map(evidence => {
        const item = el('li');
        item.append(quotation(evidence));
        return item;
      }));
      section('Findings', data.findings.filter(f => f.concepts.includes(node.id)).map(findingItem));
      const groups = new Map();
      data.edges.forEach(edge => {
        if ((edge.s !== index && edge.o !== index) || !passes(edge)) return;
        const relation = data.relations[edge.r];
        const out = edge.s === index || relation.symmetric;
        const name = (edge.denied ? 'not ' : '') + relation.name;
        const key = out ? name : '← ' + name;
        if (!groups.has(key)) groups.set(key, []);
        groups.get(key).push([edge, edge.s === index ? edge.o : edge.s]);
      });
      groups.forEach((list, key) => section(key, list.map(([edge, other]) => {
        const item = el('li');
        if (edge.denied) item.className = 'denied';
        item.append(link(other));
        item.append(el('span', '  ' + edge.confidence.toFixed(2) + ', '
          + (edge.sources.length === 1 ? '1 source' : edge.sources.length + ' sources'), 'soft'));
        edge.evidence.slice(0, 5).forEach(evidence => item.append(quotation(evidence)));
        if (edge.evidence.length > 5) item.append(el('p', (edge.evidence.length - 5) + ' more passages', 'soft'));
        return item;
      })));
      const button = el('button', 'Show its neighbourhood');
      button.type = 'button';
      button.addEventListener('click', () => { state.focus = index; state.path = null; draw(); fit(); });
      panel.append(button);
      panel.scrollTop = 0;
    }

    function findingItem(finding) {
      const item = el('li');
      item.append(el('span', finding.severity + ' ' + finding.rule, 'severity ' + finding.severity));
      item.append(el('span', ': ' + finding.message));
      finding.evidence.forEach(evidence => item.append(quotation(evidence)));
      if (finding.fix) item.append(el('p', 'Fix: ' + finding.fix, 'soft'));
      const known = finding.concepts.filter(id => byId.has(id));
      known.forEach((id, n) => { if (n) item.append(' · '); item.append(link(byId.get(id))); });
      return item;
    }

    function showFindings() {
      get('panel').replaceChildren(el('h2', 'Findings'));
      if (!data.findings.length) get('panel').append(el('p', 'No findings were exported.', 'soft'));
      section('Most severe first', data.findings.map(findingItem));
    }

    function showStart() {
      get('panel').replaceChildren(el('h2', document.title));
      get('panel').append(el('p', data.nodes.length + ' concepts, ' + data.edges.length + ' relations, '
        + data.documents.length + ' documents. Choose a concept to read its definitions and quotations; '
        + 'a double click shows its neighbourhood.', 'soft'));
      const near = adjacency();
      section('Most central', rank(near).slice(0, 25).map(index => {
        const item = el('li');
        item.append(link(index));
        return item;
      }));
      section('Documents', data.documents.map(d => el('li', d.id + (d.title ? ': ' + d.title : '')
        + (d.authors ? ', ' + d.authors : '') + (d.date ? ', ' + d.date : ''))));
    }

    function showPath(path, from, to) {
      const panel = get('panel');
      panel.replaceChildren(el('h2', data.nodes[from].label + ' to ' + data.nodes[to].label));
      if (!path) { panel.append(el('p', 'No path under these filters.')); return; }
      if (path.anyway) panel.append(el('p', 'No path along the arrows; this one ignores their direction.', 'soft'));
      section(path.edges.length === 1 ? '1 step' : path.edges.length + ' steps', path.edges.map((number, n) => {
        const edge = data.edges[number], item = el('li');
        const forward = edge.s === path.nodes[n];
        item.append(link(path.nodes[n]), el('span', forward ? '  ' : '  ← '), el('em', data.relations[edge.r].name),
          el('span', '  '), link(path.nodes[n + 1]));
        item.append(quotation(edge.evidence[0]));
        return item;
      }));
    }

    data.nodes.forEach(node => { const option = el('option'); option.value = node.label; get('labels').append(option); });
    data.documents.forEach(d => { const option = el('option', d.id); option.value = d.id; get('source').append(option); });
    data.relations.forEach((relation, index) => {
      const label = el('label'), box = el('input');
      box.type = 'checkbox'; box.checked = true;
      box.addEventListener('change', () => {
        if (box.checked) state.relations.add(index); else state.relations.delete(index);
        draw();
      });
      label.title = relation.reading;
      label.append(box, relation.name);
      get('relations').append(label);
    });
    const limit = get('limit');
    limit.max = Math.max(6, Math.min(200, data.nodes.length));
    limit.value = state.limit = Math.min(30, +limit.max);
    get('limitvalue').textContent = limit.value;
    limit.addEventListener('input', () => { state.limit = +limit.value; get('limitvalue').textContent = limit.value; });
    limit.addEventListener('change', () => { draw(); fit(); });
    get('source').addEventListener('change', event => { state.source = event.target.value; draw(); fit(); });
    get('confidence').addEventListener('input', event => {
      state.confidence = +event.target.value;
      get('confidencevalue').textContent = event.target.value;
      draw();
    });
    get('captions').addEventListener('change', draw);
    get('search').addEventListener('input', () => mark());
    get('search').addEventListener('change', () => {
      const index = findNode(get('search').value);
      if (index >= 0) choose(index, true);
    });
    get('pathform').addEventListener('submit', event => {
      event.preventDefault();
      const from = findNode(get('from').value), to = findNode(get('to').value);
      if (from < 0 || to < 0) { get('panel').replaceChildren(el('p', 'Name two concepts of the graph.')); return; }
      state.path = findPath(from, to); state.focus = null; state.chosen = -1;
      draw(); fit(); showPath(state.path, from, to);
    });
    get('showfindings').addEventListener('click', showFindings);
    get('showfindings').textContent = 'Findings (' + data.findings.length + ')';
    get('zoomin').addEventListener('click', () => zoom(1.25));
    get('zoomout').addEventListener('click', () => zoom(0.8));
    get('fit').addEventListener('click', () => { state.chosen = -1; mark(); fit(); });
    let drag = null, dragged = false;
    const graph = get('graph');
    graph.addEventListener('pointerdown', event => {
      drag = { x: event.clientX, y: event.clientY }; dragged = false;
    });
    window.addEventListener('pointermove', event => {
      if (!drag) return;
      const dx = event.clientX - drag.x, dy = event.clientY - drag.y;
      if (Math.abs(dx) + Math.abs(dy) > 3) dragged = true;
      if (dragged) { view.x += dx; view.y += dy; drag = { x: event.clientX, y: event.clientY }; apply(); }
    });
    window.addEventListener('pointerup', () => { drag = null; });
    graph.addEventListener('wheel', event => {
      event.preventDefault();
      const box = graph.getBoundingClientRect();
      zoom(event.deltaY < 0 ? 1.12 : 0.89, event.clientX - box.left, event.clientY - box.top);
    }, { passive: false });
    get('stage').addEventListener('keydown', event => {
      const moves = { ArrowLeft: [40, 0], ArrowRight: [-40, 0], ArrowUp: [0, 40], ArrowDown: [0, -40] };
      if (moves[event.key]) { view.x += moves[event.key][0]; view.y += moves[event.key][1]; apply(); }
      else if (event.key === '+' || event.key === '=') zoom(1.25);
      else if (event.key === '-') zoom(0.8);
      else if (event.key === 'Escape') { state.chosen = -1; state.path = null; state.focus = null; draw(); showStart(); }
      else return;
      event.preventDefault();
    });
    window.addEventListener('resize', fit);
    draw();
    fit();
    const asked = decodeURIComponent(location.hash.slice(1));
    if (asked && byId.has(asked)) choose(byId.get(asked), true); else showStart();

    """
}
