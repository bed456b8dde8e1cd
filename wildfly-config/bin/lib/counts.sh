# Sums the test reports of all modules. Sourced, never run.
# shellcheck shell=bash disable=SC2016

# Report files of this run: newer than the file given.
reports_since() {
  find "$JARRAH_ROOT" -name node_modules -prune -o -type f -newer "$1" \
    \( -path '*/target/surefire-reports/TEST-*.xml' -o -path '*/target/failsafe-reports/TEST-*.xml' \) -print0
}

# sum_reports SINCE: prints passed, failed and skipped. The attributes stand in each report's opening testsuite tag.
sum_reports() {
  reports_since "$1" | xargs -0 -r awk '
    function attribute(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) + 0 : 0 }
    FNR == 1 { seen = 0; tag = 0 }
    /<testsuite / { tag = 1 }
    tag && !seen { tests += attribute("tests"); failed += attribute("failures") + attribute("errors"); skipped += attribute("skipped"); if (/>/) seen = 1 }
    END { print tests - failed - skipped, failed + 0, skipped + 0 }' | awk '
    { passed += $1; failed += $2; skipped += $3 } END { print passed + 0, failed + 0, skipped + 0 }'
}

# Names of the tests that were skipped or failed, for a reader of the log's end, with the first line of the reason.
notable_tests() {
  reports_since "$1" | xargs -0 -r awk '
    function attribute(name) { return match($0, " " name "=\"[^\"]*\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : "" }
    /<testcase / { test = attribute("classname") "." attribute("name") }
    /<(skipped|failure|error)[ \/>]/ { kind = /<skipped/ ? "skipped" : "failed"; why = attribute("message"); if (why == "") why = attribute("type"); print "  " kind ": " test (why == "" ? "" : ": " substr(why, 1, 300)) }'
}
