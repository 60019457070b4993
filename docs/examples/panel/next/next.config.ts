/** What a panel answers reaches the page as it is: not compressed, and not redirected. */
export default { compress: false, skipTrailingSlashRedirect: true };
