"""Questions that several rules ask of an article: who stands behind this, is it the same claim?"""
