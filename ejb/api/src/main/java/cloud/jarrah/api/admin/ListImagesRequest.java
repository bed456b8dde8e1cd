package cloud.jarrah.api.admin;

/** Asks for the images of all accounts. */
public record ListImagesRequest() {}
