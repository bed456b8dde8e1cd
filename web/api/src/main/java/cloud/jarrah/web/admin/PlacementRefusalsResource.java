package cloud.jarrah.web.admin;

import cloud.jarrah.api.admin.ListPlacementRefusalsRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Why instances found no place. */
@Path("/admin/v1/placements/refusals")
@Singleton
public class PlacementRefusalsResource {
  @Inject AdminEndpoint endpoint;

  @GET
  public Response list(@Context HttpServletRequest request) {
    return endpoint.on(request, "ListPlacementRefusals", new ListPlacementRefusalsRequest());
  }
}
