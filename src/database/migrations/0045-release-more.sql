-- What else can be released on request: issues put to a body, impact answers and their reviews, what corporate parents told of
-- themselves, and what young people and the council said at meetings and of actions.
alter table kept.release_item drop constraint release_item_kind_check;
alter table kept.release_item add constraint release_item_kind_check
  check (kind in ('challenge', 'answer', 'paper', 'minutes', 'decision', 'action', 'comment', 'progress', 'reason', 'rule', 'issue', 'impact', 'act', 'view'));
