# Shortens what Maven says: downloads are counted, the rest passes (or, with brief=1, modules, results and errors only).
/^(Downloading|Progress)/ { next }
/Download(ing|ed) from/ { if (/Downloaded/ && ++files % 50 == 0) { print "          ... " files " files downloaded"; fflush() } next }
brief && !/Building Holdfast|ERROR|BUILD|Tests run:|Total time/ { next }
{ print; fflush() }
