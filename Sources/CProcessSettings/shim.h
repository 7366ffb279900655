#include <sqlite3.h>
#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

// Functions here because Swift calls none with variable arguments, and does not know those of malloc.h.

/// Lets SQLite allocate without counting what it holds, which takes a lock for each allocation. Has an effect only before
/// the first database of the process is opened.
static inline void saldo_count_no_sqlite_memory(void) {
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/// Keeps memory that was freed for the next use, up to a number of bytes, instead of giving it back to the system and
/// asking for it again page by page. Only where the C library is that of GNU.
static inline void saldo_keep_freed_memory(int bytes) {
#ifdef __GLIBC__
  // 32 MiB is the most that the C library takes for one block of its own.
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, bytes);
#endif
}

/// Gives the memory that was freed until now back to the system: each thread has its own, which others do not use. Only
/// where the C library is that of GNU.
static inline void saldo_give_back_freed_memory(void) {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}
