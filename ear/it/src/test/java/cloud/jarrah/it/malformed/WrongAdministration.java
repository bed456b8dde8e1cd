package cloud.jarrah.it.malformed;

import cloud.jarrah.it.cloud.AdminApi;
import java.util.List;
import java.util.stream.Stream;

/** Rightly signed requests to the administration API that ask for what cannot be. */
public record WrongAdministration(AdminApi admin) {

  public List<Wrong> all() {
    return Stream.of(documents(), values(), hosts(), types()).flatMap(List::stream).toList();
  }

  private List<Wrong> types() {
    return List.of(
        type("an instance type without size", "small", 1),
        type("an instance type without processors", "it.none", 0),
        new Wrong(
            "an instance type nobody knows",
            404,
            "NoSuchEntity",
            () -> admin.call("DELETE", "/instance-types/it.none", "")));
  }

  private Wrong type(String what, String name, int vcpus) {
    String body = String.format("{\"vcpus\":%d,\"memoryMib\":1,\"diskGib\":1}", vcpus);
    return new Wrong(
        what,
        400,
        "InvalidParameterValue",
        () -> admin.call("PUT", "/instance-types/" + name, body));
  }

  private List<Wrong> documents() {
    return List.of(
        call("no JSON", 400, "InvalidRequest", "/accounts", "name=x"),
        call("half a document", 400, "InvalidRequest", "/accounts", "{\"name\":"),
        call("a list", 400, "InvalidRequest", "/accounts", "[]"),
        call("no name", 400, "MissingParameter", "/accounts", "{}"),
        call("nothing at all", 400, "MissingParameter", "/accounts", ""),
        call("a number for a name", 400, "InvalidRequest", "/accounts", "{\"name\":7}"),
        call("a field too many", 400, "InvalidRequest", "/accounts", "{\"name\":\"x\",\"a\":1}"),
        call(
            "one field twice",
            400,
            "InvalidRequest",
            "/accounts",
            "{\"name\":\"x\",\"name\":\"y\"}"),
        call("a deep document", 400, "InvalidRequest", "/accounts", "{\"a\":".repeat(5000)),
        call("a text for a document", 400, "InvalidRequest", "/accounts", "\"name\""),
        call("nothing for a document", 400, "InvalidRequest", "/accounts", "null"));
  }

  private List<Wrong> values() {
    return List.of(
        call(
            "a name with a slash", 400, "InvalidParameterValue", "/accounts", "{\"name\":\"a/b\"}"),
        call("a reserved name", 400, "InvalidParameterValue", "/accounts", "{\"name\":\"jarrah\"}"),
        call(
            "a file outside the import directory",
            400,
            "InvalidParameterValue",
            "/images",
            image("../keys/master.key")),
        call("a file that is not there", 400, "InvalidParameterValue", "/images", image("nothing")),
        call("an empty name", 400, "MissingParameter", "/accounts", "{\"name\":\"\"}"),
        call(
            "a long name",
            400,
            "InvalidParameterValue",
            "/accounts",
            "{\"name\":\"" + "a".repeat(300) + "\"}"),
        call("no image file", 400, "MissingParameter", "/images", "{\"name\":\"it-wrong\"}"),
        call("no host name", 400, "MissingParameter", "/enrolment-tokens", "{}"),
        new Wrong(
            "an instance nobody knows",
            400,
            "InvalidInstanceID.NotFound",
            () -> admin.call("GET", "/instances/i-0123456789abcdef0/placement", "")));
  }

  private List<Wrong> hosts() {
    return List.of(
        new Wrong(
            "a host nobody knows",
            404,
            "NoSuchEntity",
            () -> admin.call("DELETE", "/hosts/h-0123456789abcdef0", "")),
        call(
            "a host nobody knows, to be emptied",
            404,
            "NoSuchEntity",
            "/hosts/h-0123456789abcdef0/drain",
            "{}"),
        call(
            "an unknown rest",
            400,
            "InvalidParameterValue",
            "/hosts/h-0123456789abcdef0/drain",
            "{\"rest\":\"KILL\"}"));
  }

  private Wrong call(String what, int status, String code, String path, String body) {
    return new Wrong(what, status, code, () -> admin.call("POST", path, body));
  }

  private static String image(String file) {
    return String.format(
        "{\"file\":\"%s\",\"name\":\"it-wrong\",\"kind\":\"machine\",\"format\":\"raw\"}", file);
  }
}
