// The overview: how the pipeline is at this moment, what came in lately, what to look at first.

import {Activity} from './activity.js';
import {read} from './api.js';
import {el, fill} from './dom.js';
import {Figures} from './figures.js';
import {Latest} from './latest.js';
import {listen} from './live.js';
import {Drawing} from './pipeline.js';
import {Recent} from './recent.js';
import {Riskiest} from './riskiest.js';

const REPLAY = './sluice replay samples/birmingham-200.csv --mapping samples/birmingham-purchase-cards.yaml';

/** @type {{path: string, title: string, open: function(any): function()}} */
export const page = {path: '/console/', title: 'Overview', open};

function open({main}) {
  const figures = new Figures();
  const latest = new Latest();
  const riskiest = new Riskiest();
  const drawn = el('div', {class: 'overview-pipeline'});
  const charted = el('div', {class: 'overview-activity'});
  const nothing = el('section', {class: 'panel', hidden: true}, howToSend());
  const seen = el('div', {class: 'overview-columns'}, charted, riskiest.element);
  const state = {open: true, drawing: undefined, recent: undefined, activity: undefined, sample: undefined};
  main.append(el('div', {class: 'stack overview'},
      el('h1', {class: 'visually-hidden'}, 'Overview'), figures.element, nothing, drawn, seen, latest.element));

  const onSample = sample => {
    const before = state.sample;
    state.sample = sample;
    if (before?.at !== sample.at) {
      state.recent?.add(sample);
    }
    figures.update(sample, state.recent);
    state.drawing?.update(sample.hops);
    state.activity?.show();
    riskiest.flagged(sample.totals.flagged);
    const isEmpty = sample.totals.stored === 0;
    nothing.hidden = !isEmpty;
    latest.element.hidden = isEmpty;
  };
  const stops = [listen('sample', onSample), listen('latest', ({rows}) => latest.show(rows))];
  read('pipeline').then(pipeline => {
    state.drawing = new Drawing(pipeline);
    fill(drawn, state.drawing.element);
    state.drawing.update(state.sample?.hops ?? []);
  });
  read('activity', {range: '5m'}).then(activity => {
    if (state.open) {
      state.recent = new Recent(activity);
      state.activity = new Activity(state.recent);
      fill(charted, state.activity.element);
      state.activity.show();
    }
  });
  return () => {
    state.open = false;
    stops.forEach(stop => stop());
    state.activity?.close();
  };
}

function howToSend() {
  return [
    el('h2', {}, 'Nothing was sent to this pipeline yet'),
    el('p', {}, 'Send it a day of real purchases, and watch them go through:'),
    el('pre', {tabindex: '0'}, REPLAY),
  ];
}
