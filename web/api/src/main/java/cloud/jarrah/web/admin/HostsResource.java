package cloud.jarrah.web.admin;

import cloud.jarrah.api.admin.ConfirmHostOffRequest;
import cloud.jarrah.api.admin.DescribeHostDrainRequest;
import cloud.jarrah.api.admin.DrainHostRequest;
import cloud.jarrah.api.admin.HostDrainSettings;
import cloud.jarrah.api.admin.HostFencingSettings;
import cloud.jarrah.api.admin.ListHostsRequest;
import cloud.jarrah.api.admin.RemoveHostRequest;
import cloud.jarrah.api.admin.ReturnHostRequest;
import cloud.jarrah.api.admin.SetHostFencingRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

  @POST
  @Path("{hostId}/confirm-off")
  public Response confirmOff(
      @Context HttpServletRequest request, @PathParam("hostId") String hostId) {
    return endpoint.on(request, "ConfirmHostOff", new ConfirmHostOffRequest(hostId));
  }

  @PUT
  @Path("{hostId}/fencing")
  public Response setFencing(
      @Context HttpServletRequest request, @PathParam("hostId") String hostId) {
    return endpoint.onBody(
        request,
        "SetHostFencing",
        HostFencingSettings.class,
        settings -> new SetHostFencingRequest(hostId, settings));
  }

  @POST
  @Path("{hostId}/drain")
  public Response drain(@Context HttpServletRequest request, @PathParam("hostId") String hostId) {
    return endpoint.onBody(
        request,
        "DrainHost",
        HostDrainSettings.class,
        settings -> new DrainHostRequest(hostId, settings));
  }

  @GET
  @Path("{hostId}/drain")
  public Response describeDrain(
      @Context HttpServletRequest request, @PathParam("hostId") String hostId) {
    return endpoint.on(request, "DescribeHostDrain", new DescribeHostDrainRequest(hostId));
  }

  @POST
  @Path("{hostId}/return")
  public Response takeBack(
      @Context HttpServletRequest request, @PathParam("hostId") String hostId) {
    return endpoint.on(request, "ReturnHost", new ReturnHostRequest(hostId));
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
