package cloud.jarrah.api.admin;

/** The new image. */
public record ImportImageResponse(String imageId) {}
