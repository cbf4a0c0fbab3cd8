-- Rule 35 wherever words are kept that leave for a board, a report or a request: plans, commitments, what shows them, themes
-- and their answers, what is said of figures, and reports. One function for them all.
create or replace function kept.refuse_names_of_bodies() returns trigger language plpgsql security definer set search_path = kept, pg_temp as $$
declare new_row jsonb := to_jsonb(new); words text;
begin
  select string_agg(new_row ->> field, E'\n') into words from unnest(array['name', 'what_it_does', 'themes', 'seat_name', 'words', 'title', 'who', 'guest', 'theme', 'place',
    'agreed_by', 'written_by', 'answered', 'because', 'invited', 'why', 'next_step', 'cleared_words', 'about', 'for_children', 'hows', 'how', 'way_to_tell', 'evidence']) as field;
  if btrim(words) <> '' and exists (select from find_names(new.authority_id, words) f where f.is_whole)
    then raise exception 'a young person''s name stands in it' using errcode = 'check_violation'; end if;
  return new;
end $$;

do $$
declare t text;
begin
  foreach t in array array['plan', 'plan_item', 'plan_part', 'item_update', 'item_proof', 'promise_reason', 'commitment_event', 'event_guest', 'loose_progress', 'obstacle',
      'theme_answer', 'measure_word', 'measure_target', 'report_words'] loop
    execute format('create trigger names_of_bodies before insert on kept.%I for each row execute function kept.refuse_names_of_bodies()', t);
  end loop;
end $$;
create trigger names_of_bodies before insert or update of title, about on kept.theme for each row execute function kept.refuse_names_of_bodies();
create trigger names_of_cleared before update of cleared_words on kept.obstacle for each row execute function kept.refuse_names_of_bodies();
