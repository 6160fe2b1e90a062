"""How far a search goes at any size of the catalogue; in products, where nothing else is said."""

CANDIDATES = 200  # that each retriever brings to be scored
ACROSS = 0.5  # of them from texts to photos or back, which say less (search.ranking.calibration)
BESIDE_FILTER = 100  # of all products, which facets are counted in as well
UNINDEXED = 50_000  # rows up to which vectors are searched without their index while it is built
EXACT_AT_ONCE = 1_000  # filtered products that are ranked exactly, without asking the index first
FEW_INACTIVE = 1_000  # products that are not shown; of more each neighbour is asked whether it is
INDEX_ROWS = (200, 20_000)  # of a vector index, least and most, that are looked at for a filter
INDEX_SHARE = 0.25  # of the products that pass, as so many rows of the index, before all are ranked
INDEX_ENOUGH = 0.5  # of the rows asked for that the index has to bring, or all that pass are ranked
CONFORMING = 2_000  # that meet all that was understood, counted though most are not scored
SNAPSHOT = 2_000  # that a result holds; beyond it the total is "at least"
LESS_SIMILAR = 100  # kept for the shelf below the results
PARTIAL = 200  # kept for the shelf of what meets some of it
BACKGROUND = 1_000  # vectors that stand for the catalogue when a cosine is given a meaning
ASKED = 2_000  # products of a kind that are asked, one by one, what words and photos say of them
COUNTED_EXACTLY = 10_000  # products up to which a listing is counted exactly
SORTED = 50_000  # products up to which all are put in order by what they cost
NUMBERED_PAGES = 100  # of a listing that can be asked for by number; the cursor goes on from there
FACETS = 16  # groups of facets beside the results, in the order of the attributes
TERMS = 16  # words of a query that full text looks for
FACET_SECONDS = 1.0  # that facets may take before an answer goes without them
CANDIDATE_SECONDS = 2.0  # that retrievers may take before words and conditions alone are asked
