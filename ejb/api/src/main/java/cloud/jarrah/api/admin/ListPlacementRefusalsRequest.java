package cloud.jarrah.api.admin;

/** Asks for the launches and starts that found no room, of all accounts. */
public record ListPlacementRefusalsRequest() {}
