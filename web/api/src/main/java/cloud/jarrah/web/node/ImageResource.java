package cloud.jarrah.web.node;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.images.control.ImageDownloads;
import cloud.jarrah.images.control.ImageDownloads.OpenImage;
import cloud.jarrah.web.http.Exchange;
import cloud.jarrah.web.http.ReceivedRequest;
import cloud.jarrah.web.node.ByteRange.UnsatisfiableException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a host fetches an image by the short-lived address that its command named. */
@Path("/node/v1/images/{imageId}")
@Singleton
public class ImageResource {
  private static final long CHUNK = 1024 * 1024;

  @Inject ImageDownloads downloads;

  @GET
  public Response download(
      @Context HttpServletRequest request,
      @PathParam("imageId") String imageId,
      @QueryParam("expires") @Nullable String expires,
      @QueryParam("signature") @Nullable String signature) {
    ReceivedRequest received = Exchange.of(request).request();
    EnrolmentResource.requireTls(received);
    if (expires == null || !expires.matches("\\d{1,18}") || signature == null) {
      throw new ApiException(
          ErrorCode.ACCESS_DENIED, "An image is served to the address in a host's command only.");
    }
    OpenImage image = downloads.open(imageId, Long.parseLong(expires), signature);
    return respond(image, received.first("range"));
  }

  private static Response respond(OpenImage image, @Nullable String rangeHeader) {
    Optional<ByteRange> range;
    try {
      range = ByteRange.parse(rangeHeader, image.length());
    } catch (UnsatisfiableException e) {
      return Response.status(416).header("Content-Range", "bytes */" + image.length()).build();
    }
    ByteRange part = range.orElse(new ByteRange(0, image.length() - 1));
    StreamingOutput content = out -> send(image, part, out);
    Response.ResponseBuilder answer =
        Response.status(range.isPresent() ? 206 : 200)
            .type("application/octet-stream")
            .header("Accept-Ranges", "bytes")
            .header("Content-Length", part.length())
            .entity(content);
    range.ifPresent(asked -> answer.header("Content-Range", asked.contentRange(image.length())));
    return answer.build();
  }

  static void send(OpenImage image, ByteRange part, OutputStream out) throws IOException {
    WritableByteChannel target = Channels.newChannel(out);
    try (FileChannel file = FileChannel.open(image.file(), StandardOpenOption.READ)) {
      long position = part.first();
      while (position <= part.last()) {
        long sent = file.transferTo(position, Math.min(CHUNK, part.last() - position + 1), target);
        if (sent <= 0) {
          throw new EOFException("the file of " + image.imageId() + " is shorter than recorded");
        }
        position += sent;
      }
    }
  }
}
