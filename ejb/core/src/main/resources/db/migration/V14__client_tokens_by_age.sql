-- Used client tokens are forgotten by their age.
create index launch_template_requests_created on launch_template_requests (created_at);
