package cloud.jarrah.web.admin;

import cloud.jarrah.api.admin.ListHostsRequest;
import cloud.jarrah.api.admin.RemoveHostRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Hosts. */
@Path("/admin/v1/hosts")
@Singleton
public class HostsResource {
  @Inject AdminEndpoint endpoint;

  @GET
  public Response list(@Context HttpServletRequest request) {
    return endpoint.on(request, "ListHosts", new ListHostsRequest());
  }

  @DELETE
  @Path("{hostId}")
  public Response remove(
      @Context HttpServletRequest request,
      @PathParam("hostId") String hostId,
      @QueryParam("force") @Nullable String force) {
    return endpoint.on(request, "RemoveHost", new RemoveHostRequest(hostId, "true".equals(force)));
  }
}
