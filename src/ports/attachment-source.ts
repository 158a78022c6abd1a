/** A file somebody attached, as it was announced. */
export interface Attachment {
  /** As the sender named it. */
  readonly name: string;
  /** Where it says it can be downloaded. */
  readonly url: string;
  /** Its size as announced; not to be relied on. */
  readonly bytes: number;
}

/** A file's bytes, or one plain sentence why there are none. */
export type AttachmentOutcome =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly reason: string };

/** Downloads attachments from where attachments are kept, and from nowhere else. */
export interface AttachmentSource {
  /** Rejects only with the signal's reason. */
  download(attachment: Attachment, signal?: AbortSignal): Promise<AttachmentOutcome>;
}
