-- A target may point at what is published: it moves with England, or with councils like ours, and says with which year.
alter table kept.measure_target add points_at text check (points_at in ('England', 'councils like ours', 'the best quarter'));
alter table kept.measure_target add check (points_at is null or value is null);
