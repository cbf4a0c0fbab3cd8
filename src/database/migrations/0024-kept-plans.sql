-- Long statements with many policies take longer to plan than to run. In functions their plans are kept for the session, as
-- those of 0012 are. They run with the reader's own rights: a policy that refuses refuses here as well.

-- Every join of the thread: those that somebody made, and those that follow from the record itself.
create function kept.thread_joins() returns table (a_kind text, a_ref text, b_kind text, b_ref text)
  language plpgsql stable set search_path = kept, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return query
    select from_kind, from_ref, to_kind, to_ref from knot_join where authority_id = (select authority()) and ended_on is null
    union select case p.kind when 'pledge' then 'promise' else 'action' end, i.id::text, 'measure', i.measure_id from plan_item i
      join plan p on p.authority_id = i.authority_id and p.id = i.plan_id where i.authority_id = (select authority()) and i.measure_id is not null
    union select 'decision', id::text, 'agenda item', agenda_item_id::text from decision where authority_id = (select authority())
    union select 'agenda item', id::text, 'challenge', challenge_id::text from agenda_item
      where authority_id = (select authority()) and challenge_id is not null and taken_off_on is null
    union select 'theme', theme_id::text, 'answer', id::text from theme_answer where authority_id = (select authority())
    union select 'answer', id::text, 'decision', decision_id::text from theme_answer where authority_id = (select authority()) and decision_id is not null
    union select 'agenda item', agenda_item_id::text, 'measure', subject_ref from paper
      where authority_id = (select authority()) and subject = 'measure';
end $$;

-- What knots are called, as far as the reader may know of them.
create function kept.thread_names(asked uuid[]) returns setof jsonb
  language plpgsql stable set search_path = kept, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return query
    select to_jsonb(n) from (
    select case p.kind when 'pledge' then 'promise' else 'action' end as kind, i.id::text as ref, i.title, i.owners[1] as owner, i.due_on as "on", i.id::text as home,
      null::text as "meetingId", null::text as "bodyId", false as "isHeldBack"
      from plan_item i join plan p on p.authority_id = i.authority_id and p.id = i.plan_id where i.authority_id = (select authority()) and i.id = any (asked)
    union all select 'agenda item', a.id::text, a.title, a.brought_by, m.held_on, m.id::text, m.id::text, m.body_id::text, a.is_private or m.status = 'planned'
      from agenda_item a join meeting m on m.authority_id = a.authority_id and m.id = a.meeting_id
      where a.authority_id = (select authority()) and a.title is not null and a.taken_off_on is null and a.id = any (asked)
    union all select 'decision', d.id::text, d.title, null, d.decided_on, d.id::text, d.meeting_id::text, d.body_id::text, a.is_private
      from decision d join agenda_item a on a.authority_id = d.authority_id and a.id = d.agenda_item_id
      where d.authority_id = (select authority()) and d.id = any (asked)
    union all select 'challenge', c.id::text, c.title, c.group_name, c.answer_due_on, c.id::text, null, c.body_id::text, false from challenge c
      where c.authority_id = (select authority()) and c.id = any (asked)
    union all select 'theme', t.id::text, t.title, coalesce(c.children || ' children', 'five children or fewer'), null, t.id::text, null, null, c.children is null
      from theme t join theme_counts() c on c.theme_id = t.id where t.authority_id = (select authority()) and t.id = any (asked)
    union all select 'answer', a.id::text, case a.kind when 'we did' then 'We did' when 'we will' then 'We will' else 'No, because' end, t.title, a.answered_on, a.theme_id::text, null, null, a.told_board_on is null or c.children is null
      from theme_answer a join theme t on t.authority_id = a.authority_id and t.id = a.theme_id join theme_counts() c on c.theme_id = t.id
      where a.authority_id = (select authority()) and a.id = any (asked)
    ) n;
end $$;

-- Every view that whoever asks may open, their own or another's, with its answers as far as they may read them.
create function kept.views() returns table (id uuid, child_id uuid, said_at timestamptz, view jsonb)
  language plpgsql stable set search_path = kept, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return query
    select v.id, v.child_id, v.said_at, jsonb_build_object('id', v.id, 'words', v.words, 'feeling', v.feeling, 'pictures', v.pictures, 'beside', v.beside,
      'isAboutAdult', v.about_adult is not null, 'mayBeCounted', v.may_be_counted, 'hasFile', v.has_file, 'saidOn', v.said_on, 'withdrawnOn', v.withdrawn_on,
      'isOpened', exists (select from view_opened o where o.authority_id = v.authority_id and o.view_id = v.id),
      'answers', coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'words', a.words, 'whatChanges', a.what_changes, 'byOn', a.by_on, 'isHard', a.is_hard,
          'answeredOn', a.answered_on, 'toldOn', a.told_on,
          'answeredBy', (select coalesce(s.first_name, p.given_name) from person p
            left join shown_to_children s on s.authority_id = p.authority_id and s.person_id = p.id where p.authority_id = a.authority_id and p.id = a.answered_by),
          'reply', (select r.said from view_reply r where r.authority_id = a.authority_id and r.answer_id = a.id order by r.said_at desc limit 1))
        order by a.answered_on, a.answered_at, a.id) from view_answer a where a.authority_id = v.authority_id and a.view_id = v.id), '[]'))
    from view v where v.authority_id = (select authority());
end $$;

-- What children said to whoever asks, with whose place it is read in: those without an answer first, oldest first.
create function kept.inbox() returns setof jsonb
  language plpgsql stable set search_path = kept, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return query
    with readers as materialized (
      select r.view_id, r.part, r.person_id, r.from_at, p.given_name from view_reader r
        left join person p on p.authority_id = r.authority_id and p.id = r.person_id where r.authority_id = (select authority())
    ) select v.view || jsonb_build_object('firstName', h.first_name, 'part', mine.part, 'childId', v.child_id,
      'saidAt', to_char(v.said_at at time zone 'Europe/London', 'YYYY-MM-DD"T"HH24:MI'),
      'chosenName', (select r.given_name from readers r where r.view_id = v.id and r.part = 'chosen' limit 1),
      'coverName', (select r.given_name from readers r where r.view_id = v.id and r.part = 'cover' limit 1),
      'coverFromAt', (select to_char(r.from_at at time zone 'Europe/London', 'YYYY-MM-DD"T"HH24:MI') from readers r where r.view_id = v.id and r.part = 'cover' limit 1),
      'bornOn', (select e.starts_on from event e where e.authority_id = (select authority()) and e.child_id = v.child_id and e.kind = 'characteristics' and not e.voids
        and not exists (select from event n where n.authority_id = e.authority_id and n.supersedes = e.id) limit 1),
      'hasMeOpened', exists (select from view_opened o where o.authority_id = (select authority()) and o.view_id = v.id and o.person_id = (select me())))
    from heard_children() h join views() v on v.id = h.view_id join readers mine on mine.view_id = v.id and mine.person_id = (select me())
    order by jsonb_array_length(v.view->'answers') > 0, v.said_at;
end $$;

do $$
declare t text;
begin
  foreach t in array array['thread_joins()', 'thread_names(uuid[])', 'views()', 'inbox()'] loop
    execute format('revoke execute on function kept.%s from public', t);
    execute format('grant execute on function kept.%s to kept_app', t);
  end loop;
end $$;
