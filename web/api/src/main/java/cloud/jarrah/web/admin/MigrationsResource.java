package cloud.jarrah.web.admin;

import cloud.jarrah.api.admin.MigrateInstanceRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Moves of instances to other hosts. */
@Path("/admin/v1/instances/{instanceId}/migrate")
@Singleton
public class MigrationsResource {
  @Inject AdminEndpoint endpoint;

  @POST
  public Response migrate(
      @Context HttpServletRequest request,
      @PathParam("instanceId") String instanceId,
      @QueryParam("hostId") @Nullable String hostId) {
    return endpoint.on(request, "MigrateInstance", new MigrateInstanceRequest(instanceId, hostId));
  }
}
