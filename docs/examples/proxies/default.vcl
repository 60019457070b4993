vcl 4.1;

backend default {
    .host = "127.0.0.1";
    .port = "4173";
}

sub vcl_recv {
    if (req.url ~ "^/api/privacy/") {
        return (pass);
    }
}

sub vcl_backend_response {
    if (bereq.url ~ "^/api/privacy/") {
        set beresp.do_gzip = false;
        set beresp.uncacheable = true;
        return (deliver);
    }
}
