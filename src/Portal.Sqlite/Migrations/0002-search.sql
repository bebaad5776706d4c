-- Placeholder, written in this branch.
select 1;
