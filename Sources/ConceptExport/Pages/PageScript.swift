/// The script of the HTML export: the data and its filters, the drawing, the panel.
///
/// Text from the data is only ever set as `textContent` or as an attribute's value, never parsed as mark-up.
enum PageScript {
  /// Reads the data, applies the filters, chooses what is shown, finds paths.
  static let model = """
    'use strict';
    const data = JSON.parse(document.getElementById('data').textContent);
    const byId = new Map(data.nodes.map((node, index) => [node.id, index]));
    const documents = new Map(data.documents.map(d => [d.id, d]));
    const get = id => document.getElementById(id);
    const state = { relations: new Set(data.relations.map((_, i) => i)), source: '', confidence: 0, limit: 30,
      chosen: -1, path: null, focus: null };

    function passes(edge) {
      return state.relations.has(edge.r) && edge.confidence >= state.confidence
        && (state.source === '' || edge.sources.includes(state.source));
    }

    function adjacency() {
      const near = data.nodes.map(() => []);
      data.edges.forEach((edge, index) => {
        if (!passes(edge)) return;
        near[edge.s].push([edge.o, index]);
        if (edge.o !== edge.s) near[edge.o].push([edge.s, index]);
      });
      return near;
    }

    function rank(near) {
      return data.nodes.map((_, i) => i).filter(i => near[i].length > 0)
        .sort((a, b) => (data.nodes[b].centrality || 0) - (data.nodes[a].centrality || 0)
          || near[b].length - near[a].length || a - b);
    }

    /* The chosen concept with its neighbours, the path, and then the most central concepts that touch them. */
    function visibleNodes(near) {
      const order = rank(near);
      const shown = new Set();
      if (state.path) state.path.nodes.forEach(i => shown.add(i));
      if (state.focus !== null) {
        shown.add(state.focus);
        order.filter(i => near[state.focus].some(n => n[0] === i)).slice(0, state.limit).forEach(i => shown.add(i));
      }
      const touched = new Set();
      shown.forEach(i => near[i].forEach(n => touched.add(n[0])));
      while (shown.size < state.limit) {
        let next = order.find(i => !shown.has(i) && touched.has(i));
        if (next === undefined) next = order.find(i => !shown.has(i));
        if (next === undefined) break;
        shown.add(next);
        near[next].forEach(n => touched.add(n[0]));
      }
      if (shown.size === 0) data.nodes.slice(0, state.limit).forEach((_, i) => shown.add(i));
      return [...shown].sort((a, b) => a - b);
    }

    /* Breadth first along the arrows; failing that, either way. Differences and denials are no bridges. */
    function findPath(from, to) {
      for (const anyway of [false, true]) {
        const came = new Map([[from, null]]);
        const queue = [from];
        while (queue.length && !came.has(to)) {
          const here = queue.shift();
          data.edges.forEach((edge, index) => {
            if (edge.denied || !passes(edge) || !data.relations[edge.r].bridge) return;
            const back = anyway || data.relations[edge.r].symmetric;
            let other = -1;
            if (edge.s === here) other = edge.o;
            else if (back && edge.o === here) other = edge.s;
            if (other >= 0 && !came.has(other)) { came.set(other, [here, index]); queue.push(other); }
          });
        }
        if (came.has(to)) {
          const path = { nodes: [to], edges: [], anyway };
          let step = came.get(to);
          while (step) { path.nodes.unshift(step[0]); path.edges.unshift(step[1]); step = came.get(step[0]); }
          return path;
        }
      }
      return null;
    }

    function fold(text) { return text.toLowerCase().normalize('NFKC').replace(/[-\\s]+/g, ' ').trim(); }

    function findNode(text) {
      const key = fold(text);
      if (key === '') return -1;
      const names = node => [node.label, node.id, ...(node.names || [])].map(fold);
      let index = data.nodes.findIndex(node => names(node).includes(key));
      if (index < 0) index = data.nodes.findIndex(node => names(node).some(name => name.startsWith(key)));
      if (index < 0) index = data.nodes.findIndex(node => names(node).some(name => name.includes(key)));
      return index;
    }

    """

  /// Lays out and draws the visible part; pans and zooms it.
  static let drawing = """

    const svgNS = 'http://www.w3.org/2000/svg';
    function svg(name, attributes, parent) {
      const element = document.createElementNS(svgNS, name);
      for (const key in attributes) element.setAttribute(key, attributes[key]);
      if (parent) parent.appendChild(element);
      return element;
    }
    const places = new Map();
    const view = { x: 0, y: 0, scale: 1 };
    function short(text) { return text.length > 34 ? text.slice(0, 33) + '…' : text; }
    function widthOf(index) { return 18 + 6.7 * short(data.nodes[index].label).length; }

    /* Springs along edges, repulsion between all, from a spiral; no chance is involved. */
    function layout(shown, edges) {
      const fresh = shown.filter(i => !places.has(i));
      fresh.forEach((i, n) => {
        const angle = n * 2.39996, radius = 60 + 34 * Math.sqrt(n + 1);
        places.set(i, { x: radius * Math.cos(angle) * 1.2, y: radius * Math.sin(angle) });
      });
      const rounds = fresh.length ? 320 : 60;
    const box = get('graph').getBoundingClientRect();
    const shape = box.height > 0 ? Math.max(0.5, Math.min(3, box.width / box.height)) : 1.3;
    const pullX = 0.026, pullY = 0.011 * shape;
      const points = shown.map(i => places.get(i));
      const at = new Map(shown.map((i, n) => [i, n]));
      const half = shown.map(i => widthOf(i) / 2);
      for (let round = 0; round < rounds; round++) {
        const heat = 26 * (1 - round / rounds) + 0.6;
        const force = points.map(() => [0, 0]);
        for (let a = 0; a < points.length; a++) {
          for (let b = a + 1; b < points.length; b++) {
            let dx = points[a].x - points[b].x, dy = points[a].y - points[b].y;
            if (dx === 0 && dy === 0) { dx = 1 + a; dy = 1 + b; }
            const gapX = Math.max(Math.abs(dx) - half[a] - half[b] - 20, 1), gapY = Math.max(Math.abs(dy) - 40, 1);
            const apart = Math.hypot(gapX, gapY), length = Math.hypot(dx, dy);
            const push = Math.min(20000 / (apart * apart + 260), 60);
            force[a][0] += push * dx / length; force[a][1] += push * dy / length;
            force[b][0] -= push * dx / length; force[b][1] -= push * dy / length;
          }
          force[a][0] -= points[a].x * pullX; force[a][1] -= points[a].y * pullY;
        }
        edges.forEach(edge => {
          const a = at.get(edge.s), b = at.get(edge.o);
          if (a === b) return;
          const dx = points[b].x - points[a].x, dy = points[b].y - points[a].y;
          const length = Math.hypot(dx, dy) || 1, rest = 70 + half[a] / 2 + half[b] / 2;
          const pull = (length - rest) * 0.045;
          force[a][0] += pull * dx / length; force[a][1] += pull * dy / length;
          force[b][0] -= pull * dx / length; force[b][1] -= pull * dy / length;
          /* Broader concepts above narrower ones. */
          if (data.relations[edge.r].name === 'is-a' && !edge.denied) {
            const lift = Math.max(-8, Math.min(8, (dy + 70) * 0.05));
            force[b][1] -= lift; force[a][1] += lift;
          }
        });
        points.forEach((point, n) => {
          const length = Math.hypot(force[n][0], force[n][1]) || 1, step = Math.min(length, heat);
          point.x += force[n][0] / length * step; point.y += force[n][1] / length * step;
        });
      }
      separate(points, half);
    }

    /* Boxes that still overlap are moved apart. */
    function separate(points, half) {
      for (let round = 0; round < 60; round++) {
        let moved = false;
        for (let a = 0; a < points.length; a++) {
          for (let b = a + 1; b < points.length; b++) {
            const overX = half[a] + half[b] + 10 - Math.abs(points[a].x - points[b].x);
            const overY = 36 - Math.abs(points[a].y - points[b].y);
            if (overX <= 0 || overY <= 0) continue;
            moved = true;
            const sign = points[a].y < points[b].y ? -1 : 1;
            points[a].y += sign * overY / 2; points[b].y -= sign * overY / 2;
          }
        }
        if (!moved) break;
      }
    }

    /* Where the line from a box's centre towards a point leaves the box. */
    function border(index, towards) {
      const place = places.get(index), w = widthOf(index) / 2 + 3, h = 16;
      const dx = towards.x - place.x, dy = towards.y - place.y;
      if (dx === 0 && dy === 0) return { x: place.x, y: place.y };
      const scale = Math.min(w / Math.max(Math.abs(dx), 1e-6), h / Math.max(Math.abs(dy), 1e-6));
      return { x: place.x + dx * scale, y: place.y + dy * scale };
    }

    const heads = { 'is-a': 'hollow', 'instance-of': 'hollow', 'part-of': 'diamond', 'leads-to': 'full', 'causes': 'full' };
    function draw() {
      const near = adjacency();
      const shown = visibleNodes(near);
      const inside = new Set(shown);
      const edges = data.edges.filter(edge => passes(edge) && inside.has(edge.s) && inside.has(edge.o));
      layout(shown, edges);
      get('edges').replaceChildren();
      get('nodes').replaceChildren();
      const onPath = new Set(state.path ? state.path.edges.map(i => data.edges[i]) : []);
      const lanes = new Map();
      const captions = get('captions').checked;
      edges.forEach(edge => drawEdge(edge, lanes, onPath.has(edge), captions));
      shown.forEach(index => drawNode(index, near));
      const all = data.nodes.filter((_, i) => near[i].length > 0).length;
      get('count').textContent = shown.length + ' of ' + Math.max(all, shown.length) + ' connected concepts, '
        + edges.length + ' relations';
      mark(near);
    }

    function drawEdge(edge, lanes, isOnPath, captions) {
      const relation = data.relations[edge.r];
      const kinds = ['edge'];
      if (edge.denied) kinds.push('denied');
      else if (relation.name === 'same-as' || relation.name === 'maps-to') kinds.push('same');
      else if (!relation.bridge && relation.symmetric) kinds.push('apart');
      if (isOnPath) kinds.push('onpath');
      const group = svg('g', { class: kinds.join(' ') }, get('edges'));
      group.dataset.s = edge.s; group.dataset.o = edge.o;
      const key = Math.min(edge.s, edge.o) + ':' + Math.max(edge.s, edge.o);
      const lane = lanes.get(key) || 0;
      lanes.set(key, lane + 1);
      const a = places.get(edge.s), b = places.get(edge.o);
      let middle, path;
      if (edge.s === edge.o) {
        const w = widthOf(edge.s) / 2, r = 22 + 12 * lane;
        path = `M${a.x + w} ${a.y - 6} C${a.x + w + r} ${a.y - r} ${a.x + w + r} ${a.y + r} ${a.x + w} ${a.y + 6}`;
        middle = { x: a.x + w + r, y: a.y };
      } else {
        const low = edge.s < edge.o ? [a, b] : [b, a];
        const dx = low[1].x - low[0].x, dy = low[1].y - low[0].y, length = Math.hypot(dx, dy) || 1;
        const bend = lane === 0 ? 0 : (lane % 2 ? 1 : -1) * Math.ceil(lane / 2) * 26;
        const control = { x: (a.x + b.x) / 2 - dy / length * bend * 2, y: (a.y + b.y) / 2 + dx / length * bend * 2 };
        const start = border(edge.s, control), end = border(edge.o, control);
        path = `M${start.x} ${start.y} Q${control.x} ${control.y} ${end.x} ${end.y}`;
        middle = { x: (start.x + 2 * control.x + end.x) / 4, y: (start.y + 2 * control.y + end.y) / 4 };
      }
      const line = svg('path', { d: path }, group);
      if (!relation.symmetric) line.setAttribute('marker-end', `url(#${heads[relation.name] || 'open'})`);
      const name = (edge.denied ? 'not ' : '') + relation.name;
      svg('title', {}, group).textContent = data.nodes[edge.s].label + ' ' + name + ' ' + data.nodes[edge.o].label
        + '\\n“' + edge.evidence[0].quote + '” (' + edge.evidence[0].doc + ')';
      if (captions) svg('text', { x: middle.x, y: middle.y + 3 }, group).textContent = name;
    }

    function drawNode(index, near) {
      const node = data.nodes[index], place = places.get(index), w = widthOf(index);
      const group = svg('g', { class: 'node' + (node.kind ? ' entity' : ''), tabindex: 0, role: 'button',
        transform: `translate(${place.x} ${place.y})` }, get('nodes'));
      group.dataset.node = index;
      const note = near[index].length === 1 ? '1 relation' : near[index].length + ' relations';
      group.setAttribute('aria-label', node.label + ', ' + note);
      svg('rect', { x: -w / 2, y: -13, width: w, height: 26, rx: node.kind ? 2 : 9 }, group);
      svg('text', {}, group).textContent = short(node.label);
      svg('title', {}, group).textContent = node.label + (node.gloss ? '\\n' + node.gloss : '');
      group.addEventListener('click', () => { if (!dragged) choose(index); });
      group.addEventListener('dblclick', () => { state.focus = index; draw(); fit(); });
      group.addEventListener('keydown', event => {
        if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); choose(index); get('panel').focus(); }
      });
    }

    function mark(near) {
      near = near || adjacency();
      const key = fold(get('search').value);
      const close = new Set([state.chosen, ...(state.chosen >= 0 ? near[state.chosen].map(n => n[0]) : [])]);
      document.querySelectorAll('.node').forEach(group => {
        const index = +group.dataset.node, node = data.nodes[index];
        group.classList.toggle('chosen', index === state.chosen);
        const names = [node.label, ...(node.names || [])].map(fold);
        group.classList.toggle('found', key !== '' && names.some(name => name.includes(key)));
        group.classList.toggle('faded', state.chosen >= 0 && !close.has(index));
      });
      document.querySelectorAll('.edge').forEach(group => {
        const touches = +group.dataset.s === state.chosen || +group.dataset.o === state.chosen;
        group.classList.toggle('faded', state.chosen >= 0 && !touches && !group.classList.contains('onpath'));
      });
    }

    function apply() { get('world').setAttribute('transform', `translate(${view.x} ${view.y}) scale(${view.scale})`); }
    function zoom(factor, x, y) {
      const box = get('graph').getBoundingClientRect();
      x = x === undefined ? box.width / 2 : x; y = y === undefined ? box.height / 2 : y;
      const next = Math.max(0.1, Math.min(4, view.scale * factor));
      view.x = x - (x - view.x) * next / view.scale; view.y = y - (y - view.y) * next / view.scale;
      view.scale = next; apply();
    }
    function fit() {
      const box = get('graph').getBoundingClientRect(), inner = get('nodes').getBBox();
      if (!inner.width || !box.width) return;
      view.scale = Math.max(0.1, Math.min(1.4, (box.width - 50) / inner.width, (box.height - 70) / inner.height));
      view.x = box.width / 2 - (inner.x + inner.width / 2) * view.scale;
      view.y = box.height / 2 - (inner.y + inner.height / 2) * view.scale;
      apply();
    }

    """
}
