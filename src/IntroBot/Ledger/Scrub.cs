namespace IntroBot.Ledger;

/// <summary>Makes what was deleted unreadable wherever the store still has its bytes: a write-ahead log. A store without any does nothing.</summary>
/// <exception cref="StoreUnavailableException">It could not be done just now; try again.</exception>
public delegate Task Scrub();
