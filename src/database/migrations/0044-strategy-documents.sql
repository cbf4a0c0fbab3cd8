-- What belongs to the strategy and stands elsewhere, and what its hard words mean.
alter table kept.strategy_part drop constraint strategy_part_kind_check;
alter table kept.strategy_part add constraint strategy_part_kind_check
  check (kind in ('contributor', 'step', 'principle', 'objective', 'benefit', 'wish', 'area', 'statement', 'document', 'term'));
-- A document is an address, and a term has its meaning.
alter table kept.strategy_part add constraint a_document_is_an_address check (kind <> 'document' or words ~ '^(https://|/)[^\s]+$');
alter table kept.strategy_part add constraint a_term_has_a_meaning check (kind <> 'term' or btrim(words) <> '');
