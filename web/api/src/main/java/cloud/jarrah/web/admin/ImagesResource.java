package cloud.jarrah.web.admin;

import cloud.jarrah.api.admin.ImportImageRequest;
import cloud.jarrah.api.admin.ListImagesRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Images of all accounts. */
@Path("/admin/v1/images")
@Singleton
public class ImagesResource {
  @Inject AdminEndpoint endpoint;

  @POST
  public Response importFile(@Context HttpServletRequest request) {
    return endpoint.onBody(request, "ImportImage", ImportImageRequest.class);
  }

  @GET
  public Response list(@Context HttpServletRequest request) {
    return endpoint.on(request, "ListImages", new ListImagesRequest());
  }
}
