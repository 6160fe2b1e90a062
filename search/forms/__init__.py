"""What a shopper or a client may ask, and the photo that they may send."""
