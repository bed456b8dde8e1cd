package cloud.jarrah.web.admin;

import cloud.jarrah.api.admin.ExplainPlacementRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Why instances are where they are. */
@Path("/admin/v1/instances/{instanceId}/placement")
@Singleton
public class PlacementsResource {
  @Inject AdminEndpoint endpoint;

  @GET
  public Response explain(
      @Context HttpServletRequest request, @PathParam("instanceId") String instanceId) {
    return endpoint.on(request, "ExplainPlacement", new ExplainPlacementRequest(instanceId));
  }
}
