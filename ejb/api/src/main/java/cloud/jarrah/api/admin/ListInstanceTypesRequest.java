package cloud.jarrah.api.admin;

/** Asks for all instance types. */
public record ListInstanceTypesRequest() {}
