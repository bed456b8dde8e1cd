package cloud.jarrah.api.admin;

/** Asks what audits found. */
public record ListDriftRequest() {}
